"""Speed and quality, measured. Never part of the tests: machines are noisy, so look at ratios of one run."""
