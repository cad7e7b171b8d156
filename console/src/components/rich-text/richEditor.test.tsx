import { fireEvent, screen } from '@testing-library/react';
import { Editor } from '@tiptap/core';
import { draw, settle } from '../../../testing/render';
import { EXTENSIONS } from './extensions';
import RichEditor from './richEditor';
import { insertTable, TABLE_COMMANDS } from './tableCommands';

const through = (html: string) => new Editor({ extensions: EXTENSIONS, content: html }).getHTML();

test.each([
  '<h2>一、报名</h2><p>请<strong>按时</strong><em>报名</em>，<u>逾期</u><s>不候</s>。</p>',
  '<ul><li><p>一</p></li></ul><ol><li><p>二</p></li></ol><blockquote><p>引</p></blockquote><hr>',
  '<table><tbody><tr><th colspan="2"><p>名额</p></th></tr><tr><td><p>内科</p></td><td><p>3</p></td></tr></tbody></table>',
])('what was stored comes back as it was: %s', (html) => {
  expect(through(html)).toBe(html);
});

test('a link keeps its address; one that no link may be is only its words', () => {
  expect(through('<p><a href="https://a.cn">甲</a></p>')).toContain('href="https://a.cn"');
  expect(through('<p><a href="javascript:alert(1)">乙</a></p>')).toBe('<p>乙</p>');
});

test('what Word brings along falls away, its words and its table stay', () => {
  const word =
    '<!--StartFragment--><p class=MsoNormal style="font-family:宋体"><span lang=EN-US style="color:red">通知<o:p></o:p></span></p>' +
    '<table class=MsoTable border=1><tr style="height:20pt"><td width=100 style="border:solid"><p class=MsoNormal>甲</p></td></tr></table>' +
    '<img src="file:///C:/a.png"><script>alert(1)</script><style>p{}</style>';
  expect(through(word)).toBe('<p>通知</p><table><tbody><tr><td><p>甲</p></td></tr></tbody></table>');
});

test('a table is put in, and grows and shrinks', () => {
  const editor = new Editor({ extensions: EXTENSIONS, content: '' });
  const size = () => {
    const html = editor.getHTML();
    return [html.split('<tr>').length - 1, html.split(/<t[dh]>/).length - 1];
  };
  const run = (key: string) => TABLE_COMMANDS.find((command) => command.key === key)?.run(editor);
  insertTable(editor);
  expect(size()).toEqual([3, 9]);
  editor.commands.setTextSelection(4);
  run('addRow');
  run('addColumn');
  expect(size()).toEqual([4, 16]);
  run('deleteRow');
  run('deleteColumn');
  expect(size()).toEqual([3, 9]);
  run('deleteTable');
  expect(size()).toEqual([0, 0]);
});

test('the buttons change the text and say where the cursor stands', async () => {
  const changes: string[] = [];
  draw(<RichEditor label="正文" html="<p>报名</p>" onChange={(html) => changes.push(html)} />);
  await settle();
  fireEvent.click(screen.getByRole('button', { name: '标题' }));
  await settle();
  expect(changes.at(-1)).toBe('<h2>报名</h2>');
  expect(screen.getByRole('button', { name: '标题' }).getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(screen.getByRole('button', { name: '撤销' }));
  await settle();
  expect(changes.at(-1)).toBe('<p>报名</p>');
});
