"""Questions: the catalogue in queries/, how one is asked, how an answer is shown."""
