# What is decided goes into the register of the proceedings: by a circle that
# consents to a text, and by one that chooses somebody.
{
	consent-round "${top:?}/examples/05-consent-round.yaml"
	role-election "$top/examples/27-role-election.md"
} | atelier-report -l fr | sed -n '/^## Registre des décisions/,/^## [^R]/p'
