"""OJS: native XML of OJS 2.4.8 and of 3.1 to 3.5."""
