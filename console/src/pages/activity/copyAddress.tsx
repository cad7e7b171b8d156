import { Button, Typography } from 'antd';

/** The address of a screen, to be opened here or copied to the computer at the projector. */
export function CopyAddress({ url, hint }: { url: string; hint: string }) {
  return (
    <div className="copy-address">
      <p className="soft">{hint}</p>
      <div className="copy-address__line">
        <Typography.Text className="mono" copyable={{ text: url, tooltips: ['复制地址', '已复制'] }}>
          {url}
        </Typography.Text>
        <Button href={url} target="_blank" rel="noreferrer">
          打开
        </Button>
      </div>
    </div>
  );
}
