import StarterKit from '@tiptap/starter-kit';
import { linkAddress } from './linkAddress';
import { TABLE_NODES } from './tableNodes';

/**
 * What a text may have: no more than the server lets through, so that nothing is lost on the way. Whatever else is pasted (fonts,
 * colours, pictures, Word's own tags) falls away at the schema.
 */
export const EXTENSIONS = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    code: false,
    codeBlock: false,
    link: {
      openOnClick: false,
      autolink: false,
      protocols: ['mailto', 'tel'],
      isAllowedUri: (uri) => linkAddress(uri) !== null,
      HTMLAttributes: { target: null, rel: 'noopener noreferrer' },
    },
  }),
  ...TABLE_NODES,
];
