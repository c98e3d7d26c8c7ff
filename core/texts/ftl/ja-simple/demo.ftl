### What the demo tells, step by step.


