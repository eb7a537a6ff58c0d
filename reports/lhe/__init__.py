"""The report of results of an evaluation (*laporan hasil evaluasi*, LHE) that is edited and signed in Word."""
