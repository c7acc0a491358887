# What a vote retained is the proposal.
vote-tally "${top:?}/examples/03-vote-tally.yaml" | consent-round - round.md
