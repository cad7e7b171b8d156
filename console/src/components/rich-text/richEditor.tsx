import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect } from 'react';
import { EXTENSIONS } from './extensions';
import { Toolbar } from './toolbar';
import './richText.css';
import './richEditor.css';

interface Props {
  /** What is there at the start; later ones mean nothing. */
  html: string;
  label: string;
  disabled?: boolean;
  onChange: (html: string) => void;
}

/** Below a heading or a table the editor keeps an empty line to write on; it is no part of the text. */
const withoutTail = (html: string) => html.replace(/(<p><\/p>)+$/, '');

/** Writes a text with headings, lists, tables and links. A page loads it lazily: it is as large as all else of it. */
export default function RichEditor({ html, label, disabled = false, onChange }: Props) {
  const editor = useEditor({
    extensions: EXTENSIONS,
    content: html,
    editable: !disabled,
    editorProps: {
      attributes: { class: 'rich-text', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
    },
    onUpdate: ({ editor: now }) => onChange(withoutTail(now.getHTML())),
  });
  useEffect(() => {
    editor?.setEditable(!disabled, false);
  }, [editor, disabled]);
  if (!editor) {
    return null;
  }
  return (
    <div className={`rich-editor${disabled ? ' rich-editor--off' : ''}`}>
      <Toolbar editor={editor} disabled={disabled} />
      <EditorContent editor={editor} />
    </div>
  );
}
