"""Tables of the formats of bibliographic programs: which of their fields is which field of ours."""
