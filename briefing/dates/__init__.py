"""Words become days, in two steps: a rule makes a language-neutral value, an anchor makes that an interval."""
