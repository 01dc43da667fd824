"""`jats check`: any input judged by schema, rules and the journal's own choices."""
