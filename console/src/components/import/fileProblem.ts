const MAX_BYTES = 10 * 1024 * 1024;

/** What can be said about a chosen file before it is sent: null where nothing speaks against it. */
export function fileProblem({ name, size }: Pick<File, 'name' | 'size'>): string | null {
  if (/\.(xls|csv|et)$/i.test(name)) {
    return `“${name}”不是 .xlsx 文件，请在 Excel 或 WPS 中另存为 .xlsx 后再上传`;
  }
  if (!/\.xlsx$/i.test(name)) {
    return `“${name}”不是 Excel 文件，请上传按模板填写的 .xlsx 文件`;
  }
  if (size === 0) {
    return `“${name}”是空文件，请重新选择`;
  }
  return size > MAX_BYTES ? '文件超过10MB，请分成几个文件分别导入' : null;
}
