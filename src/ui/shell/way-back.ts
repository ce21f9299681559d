/** Where one goes after signing in. */

/** Only an address inside the app is a way back; anything else leads home. */
export function wayBack(back: string | undefined): string {
  return back?.startsWith('/') && !/^\/[/\\]/.test(back) ? back : '/'
}
