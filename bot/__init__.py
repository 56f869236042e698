"""The assistant that people talk to: understanding, answering, verifying, and its doors."""
