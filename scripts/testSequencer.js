const { default: Sequencer } = require('@jest/test-sequencer');

/** The journeys are one long file: begun last they would keep one worker busy for minutes while the others have nothing left. */
module.exports = class JourneysFirst extends Sequencer {
  sort(tests) {
    const isJourney = ({ path }) => path.includes('/e2e/journeys/');
    const sorted = super.sort(tests);
    return [...sorted.filter(isJourney), ...sorted.filter((test) => !isJourney(test))];
  }
};
