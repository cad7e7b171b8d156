/**
 * A test that fails is run once more, and its first failure is printed: the stand-in of MongoDB has lost a race of two transactions
 * about once in ten thousand tests, and nothing of ours was found in it.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
