/*
 * Imported before anything else by what is run: libraries look at the environment once, while they are loaded, and
 * graphql compares classes in a slow, talkative way unless it says production. What is set already stands.
 */
process.env['NODE_ENV'] ??= 'production';
