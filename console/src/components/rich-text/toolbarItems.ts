import type { Editor } from '@tiptap/core';

/** A button of the toolbar. */
export interface ToolbarItem {
  label: string;
  /** On hover, with its keys. */
  title: string;
  run: (editor: Editor) => void;
  isOn?: (editor: Editor) => boolean;
  isPossible?: (editor: Editor) => boolean;
}

const mark = (label: string, name: 'bold' | 'italic' | 'underline', keys: string): ToolbarItem => ({
  label,
  title: `${label}（${keys}）`,
  run: (editor) => editor.chain().focus().toggleMark(name).run(),
  isOn: (editor) => editor.isActive(name),
});
const heading = (label: string, level: 2 | 3): ToolbarItem => ({
  label,
  title: label,
  run: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
  isOn: (editor) => editor.isActive('heading', { level }),
});

/** The toolbar in groups; the link stands apart, for it asks for an address. */
export const TOOLBAR: readonly (readonly ToolbarItem[])[] = [
  [heading('标题', 2), heading('小标题', 3)],
  [mark('粗体', 'bold', 'Ctrl+B'), mark('斜体', 'italic', 'Ctrl+I'), mark('下划线', 'underline', 'Ctrl+U')],
  [
    {
      label: '列表',
      title: '列表',
      run: (editor) => editor.chain().focus().toggleBulletList().run(),
      isOn: (editor) => editor.isActive('bulletList'),
    },
    {
      label: '编号',
      title: '编号列表',
      run: (editor) => editor.chain().focus().toggleOrderedList().run(),
      isOn: (editor) => editor.isActive('orderedList'),
    },
    {
      label: '引用',
      title: '引用',
      run: (editor) => editor.chain().focus().toggleBlockquote().run(),
      isOn: (editor) => editor.isActive('blockquote'),
    },
  ],
];

/** 撤销 and 重做, at the end of the toolbar. */
export const HISTORY: readonly ToolbarItem[] = [
  {
    label: '撤销',
    title: '撤销（Ctrl+Z）',
    run: (editor) => editor.chain().focus().undo().run(),
    isPossible: (editor) => editor.can().undo(),
  },
  {
    label: '重做',
    title: '重做（Ctrl+Y）',
    run: (editor) => editor.chain().focus().redo().run(),
    isPossible: (editor) => editor.can().redo(),
  },
];
