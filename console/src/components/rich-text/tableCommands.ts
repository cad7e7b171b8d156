import type { Editor } from '@tiptap/core';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable } from '@tiptap/pm/tables';

type Command = typeof addRowAfter;
const COLUMNS = [0, 1, 2];
const ROWS = [0, 1, 2];

/** A table of three rows and three columns, the first row its head. */
export function insertTable(editor: Editor): void {
  const cells = (type: string) => COLUMNS.map(() => ({ type, content: [{ type: 'paragraph' }] }));
  const content = ROWS.map((row) => ({
    type: 'tableRow',
    content: cells(row === 0 ? 'tableHeader' : 'tableCell'),
  }));
  editor.chain().focus().insertContent({ type: 'table', content }).run();
}

const act = (command: Command) => (editor: Editor) => {
  command(editor.state, editor.view.dispatch);
  editor.commands.focus();
};

/** What can be done with the table that the cursor stands in. */
export const TABLE_COMMANDS = [
  { key: 'addRow', label: '在下方加一行', run: act(addRowAfter) },
  { key: 'addColumn', label: '在右边加一列', run: act(addColumnAfter) },
  { key: 'deleteRow', label: '删除这一行', run: act(deleteRow) },
  { key: 'deleteColumn', label: '删除这一列', run: act(deleteColumn) },
  { key: 'deleteTable', label: '删除表格', run: act(deleteTable) },
] as const;
