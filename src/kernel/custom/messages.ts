/** What adding fields to one's records refuses, in words. */
export const customMessages = {
  'custom-field.no-choices': 'Enter at least one choice.',
  'custom-field.twice': 'There is this choice already.',
  'custom-field.stays':
    'Records keep values of this field already: it cannot become another. Add a new field instead.',
  'choice-list.no-such-field': 'There is no list of choices {field}.',
  'choice-list.closed':
    'The program goes by these choices: they can be renamed, but none can be added.',
  'choice-list.none-left': 'Leave at least one choice to choose.',
  'required-field.no-such-field':
    'There is no field {field} that people fill in and that could be required.',
  'custom-field.too-many': 'A kind of record can have {most} own fields, no more.',
}
