import { Button, Upload } from 'antd';

interface Props {
  busy: boolean;
  /** How much of the file has been sent, 0 to 1. */
  share: number;
  disabled?: boolean;
  onFile: (file: File) => void;
}

/** Chooses a machine's file; says how far it is while it is sent and taken. */
export function SwipeFileButton({ busy, share, disabled, onFile }: Props) {
  return (
    <Upload
      accept=".csv,.txt"
      showUploadList={false}
      disabled={busy || disabled}
      beforeUpload={(file) => {
        onFile(file);
        return Upload.LIST_IGNORE;
      }}
    >
      <Button type="primary" loading={busy} disabled={disabled}>
        {busy ? doing(share) : '选择文件上传'}
      </Button>
    </Upload>
  );
}

const doing = (share: number) => (share < 1 ? `正在上传 ${Math.floor(share * 100)}%` : '正在逐行记录…');
