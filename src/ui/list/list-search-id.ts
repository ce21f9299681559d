/** Id of the search field of a list, so that a key can put the cursor there. */
export const listSearchId = 'list-search'
