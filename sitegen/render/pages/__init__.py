"""One module per kind of page: from a record of the archive to the variables of its template."""
