/** What the refusals of the file store say, in English. */
export const fileMessages: Record<string, string> = {
  'file.too-big': 'The file is too large; at most {megabytes, number} MB are possible.',
  'file.form-expected': 'Send the file as a form (multipart/form-data).',
  'file.none': 'The form holds no file.',
  'file.one-at-a-time': 'Send one file at a time.',
  'file.owner-incomplete': 'Give both the kind of record and the record that the file belongs to.',
  'file.bytes-missing': 'The content of this file is missing; please tell your administrator.',
  'file.no-picture': 'This file is no picture.',
  'file.no-text': 'The words of this kind of file cannot be shown.',
}
