# Ninety juries out of a hat, counted again slowly by count.awk: means, ranks,
# who is retained, each juror against the others, and the weights that turn it.
seed=1
while [ $seed -le 90 ]; do
	awk -v seed=$seed -v make=1 -f count.awk >"${work:?}/hat.yaml"
	jury-grid -l en "${work:?}/hat.yaml" >"${work:?}/hat.md" ||
		echo "seed $seed: status $?"
	awk -v seed=$seed -f count.awk "${work:?}/hat.md"
	seed=$((seed + 1))
done
