"""Damage as pages of newspapers do it to clean reports, and how much of it layout makes good."""
