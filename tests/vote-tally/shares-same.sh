# A share written twice is one share, however it is written.
printf 'options: [A mill, A weir]\nelectorate: 9\nquorum: 1/2\ncounts: {A mill: 4}\nparticipants: 5\n' >one.yaml
printf 'quorum: 50%%\n' | vote-tally one.yaml - | grep -i quorum
printf 'quorum: more than half\n' | vote-tally one.yaml -
rm one.yaml
