import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Dropdown } from 'antd';
import { useState } from 'react';
import { LinkModal } from './linkModal';
import { insertTable, TABLE_COMMANDS } from './tableCommands';
import { HISTORY, TOOLBAR, type ToolbarItem } from './toolbarItems';

/** The buttons above the text. */
export function Toolbar({ editor, disabled }: { editor: Editor; disabled: boolean }) {
  const [isLinking, setLinking] = useState(false);
  // Draws anew with every change of the text or the cursor.
  const isInTable = useEditorState({
    editor,
    selector: ({ editor: { state }, transactionNumber }) =>
      [transactionNumber, state.selection.$from.depth, editor.isActive('table')] as const,
  })[2];
  const button = (item: ToolbarItem) => (
    <ToolbarButton
      key={item.label}
      label={item.label}
      title={item.title}
      isOn={item.isOn?.(editor)}
      disabled={disabled || item.isPossible?.(editor) === false}
      onPress={() => item.run(editor)}
    />
  );
  return (
    <div className="rich-editor__toolbar" role="toolbar" aria-label="格式">
      {TOOLBAR.map((group) => (
        <span key={group[0]?.label} className="rich-editor__group">
          {group.map(button)}
        </span>
      ))}
      <span className="rich-editor__group">
        <ToolbarButton
          label="链接"
          title="给选中的文字加链接"
          isOn={editor.isActive('link')}
          disabled={disabled}
          onPress={() => setLinking(true)}
        />
        {isInTable ? (
          <Dropdown
            disabled={disabled}
            trigger={['click']}
            menu={{
              items: TABLE_COMMANDS.map(({ key, label }) => ({ key, label })),
              onClick: ({ key }) => TABLE_COMMANDS.find((command) => command.key === key)?.run(editor),
            }}
          >
            <ToolbarButton label="表格 ▾" title="加减行和列" isOn disabled={disabled} />
          </Dropdown>
        ) : (
          <ToolbarButton
            label="表格"
            title="插入表格；也可以从Word、Excel粘贴"
            disabled={disabled}
            onPress={() => insertTable(editor)}
          />
        )}
      </span>
      <span className="rich-editor__group rich-editor__group--end">{HISTORY.map(button)}</span>
      <LinkModal editor={editor} open={isLinking} onClose={() => setLinking(false)} />
    </div>
  );
}

interface ButtonProps {
  label: string;
  title: string;
  isOn?: boolean;
  disabled: boolean;
  onPress?: () => void;
  /** From the dropdown around it. */
  onClick?: () => void;
}

function ToolbarButton({ label, title, isOn, disabled, onPress, ...fromDropdown }: ButtonProps) {
  return (
    <button
      {...fromDropdown}
      type="button"
      className="rich-editor__button"
      title={title}
      aria-pressed={isOn}
      disabled={disabled}
      // The text keeps its selection.
      onMouseDown={(event) => event.preventDefault()}
      {...(onPress && { onClick: onPress })}
    >
      {label}
    </button>
  );
}
