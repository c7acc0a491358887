# The register of actions of minutes out of a hat, and how much there is of each,
# counted again.
sh ../hat.sh atelier-report --today 2026-06-01
