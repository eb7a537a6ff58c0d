"""The sheets of the working paper (kertas kerja evaluasi); `reports.xlsx` puts them together."""
