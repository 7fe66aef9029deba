"""The registry: read, checked, described. The only room that knows what `claims.yaml` looks like."""
