"""Is it sound? One function per rule; all findings are collected."""
