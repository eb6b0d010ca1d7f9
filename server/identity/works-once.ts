import { connectPurpose } from './vouched.ts'
import { administratorPurpose, setUpPurpose } from './welcome-links.ts'

/** What the links are for that work once. All others may be looked at again, for as long as they go on. */
export const worksOnce: readonly string[] = [setUpPurpose, administratorPurpose, connectPurpose]
