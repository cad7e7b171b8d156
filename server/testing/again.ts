/**
 * A test that fails is run once more, and its first failure is printed. One test of two people who ask for the same unit at once
 * (regions-units/unitRequests) has failed once on the stand-in of MongoDB and in none of eight runs after it; why is not known.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
