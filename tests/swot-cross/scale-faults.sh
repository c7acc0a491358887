# What is no scale.
for scale in 3 3..-3 -3 a..b 0..2000; do
	swot-cross --from yaml <<END
strengths: []
weaknesses: []
opportunities: []
threats: []
scale: $scale
END
done
