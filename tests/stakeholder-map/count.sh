# Fields, weights, types and who is to be met, counted again.
sh ../hat.sh stakeholder-map
