/** The key with which the gateways of the test harbour sign. */
export const harbourKey = 'a key of the tests that is long enough';
