"""What other programs need to know so that people can write content files in them: VS Code, a browser editor."""
