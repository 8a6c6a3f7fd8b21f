/** Tables that are taken in. */
export const tables = {
  importColumns: '列名：{{columns}}',
  importGo: '导入',
  importCancel: '取消',
  importNothing: '请先选择表格',
  importChecking: '正在核对…',
  importFaulty: '改好表格后重新选择',
  importSame: '表格与现有的一致，没有可以导入的',
  importWrong: '{{count}} 处有误，没有导入任何内容：',
  importUnreadable: '无法识别文件的文字编码，请存为 UTF-8 或 GBK 的 CSV。',
} as const;
