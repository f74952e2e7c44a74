"""From a neutral timex to days: `context` is what is known so far, each other module takes kinds of timex that count alike."""
