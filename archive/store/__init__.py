"""What is kept from night to night, in SQLite or PostgreSQL."""
