"""What each finding code says and advises, with a failing example and its mend."""
