/** The aria attributes that our components use, as Taro's templates and its runtime both must know them. */
const label = { 'aria-label': '' };

module.exports = {
  View: { ...label, 'aria-role': '', 'aria-checked': '' },
  Button: label,
  Input: label,
};
