/** What Microsoft Excel 365 puts on the clipboard for a range, with the signs of an Indonesian or an English Windows. */
export function excelHtml(rows: string, { decimal = ',', thousand = '.', columns = '' } = {}): string {
  return `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet>
<meta name=Generator content="Microsoft Excel 15">
<link id=Main-File rel=Main-File href="file:///C:/Users/rahmat/AppData/Local/Temp/msohtmlclip1/01/clip.htm">
<style>
<!--table
	{mso-displayed-decimal-separator:"\\${decimal}";
	mso-displayed-thousand-separator:"\\${thousand}";}
@page
	{margin:.75in .7in .75in .7in;
	mso-header-margin:.3in;
	mso-footer-margin:.3in;}
tr
	{mso-height-source:auto;}
br
	{mso-data-placement:same-cell;}
td
	{padding-top:1px;
	mso-ignore:padding;
	color:black;
	font-family:Calibri, sans-serif;
	mso-number-format:General;
	text-align:general;
	vertical-align:bottom;
	border:none;}
.xl65
	{mso-number-format:"\\#\\,\\#\\#0";}
.xl66
	{mso-number-format:"\\@";}
-->
</style>
</head>

<body link="#0563C1" vlink="#954F72">

<table border=0 cellpadding=0 cellspacing=0 width=320 style='border-collapse:
 collapse;width:240pt'>
<!--StartFragment-->
 ${columns}
${rows}
<!--EndFragment-->
</table>

</body>

</html>`;
}

/** What LibreOffice Calc puts there, with the value of each number beside its text. */
export function libreOfficeHtml(rows: string): string {
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<title></title>
	<meta name="generator" content="LibreOffice 7.6.4.1 (Linux)"/>
	<style type="text/css">
		body,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"Liberation Sans"; font-size:x-small }
		a.comment-indicator:hover + comment { background:#ffd; position:absolute; display:block; }
		comment { display:none; }
	</style>
</head>
<body>
<table cellspacing="0" border="0">
	<colgroup width="119"></colgroup>
	<colgroup span="2" width="85"></colgroup>
${rows}
</table>
</body>
</html>`;
}

/** The clipboard of a paste event. */
export function clipboardOf({ html = '', text }: { html?: string; text: string }) {
  return { getData: (type: string) => (type === 'text/html' ? html : type === 'text/plain' ? text : '') };
}
