/** Stands in for a style sheet: jest draws nothing. */
module.exports = {};
