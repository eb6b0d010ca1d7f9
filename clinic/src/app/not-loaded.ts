/** A screen whose code did not come: there is no connection, or a newer build has taken its place. */
export class NotLoaded extends Error {}

/** Loads a screen. @throws NotLoaded with what the browser said, when it does not come */
export async function loaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    throw new NotLoaded(error instanceof Error ? error.message : String(error), { cause: error })
  }
}
