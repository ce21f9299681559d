/** Our policy for scripts lets no text become program: the board's checker does without it. */
import { config } from 'zod/v4/core'

// All copies of zod on a page share this.
config({ jitless: true })
