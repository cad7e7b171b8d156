import { Button } from 'antd';
import { client } from '../../api/session';
import { useAction } from '../../hooks/useAction';
import './certificates.css';

/** WeChat's own browser opens no downloads. */
const isWechat = () => /MicroMessenger/i.test(navigator.userAgent);

/** 下载证书, for whoever has its code. */
export function DownloadCertificate({ code, isSmall }: { code: string; isSmall?: boolean }) {
  const download = useAction(async () => {
    await (await client.certificates.verifiedCertificate({ code })).save();
  });
  if (isWechat()) {
    return <p className="certificate-hint">下载证书请点右上角“…”，选择“在浏览器打开”</p>;
  }
  return (
    <Button type={isSmall ? 'default' : 'primary'} loading={download.busy} onClick={download.run}>
      下载证书
    </Button>
  );
}
