const each = (starts: readonly string[], ends: readonly string[]): string[] => starts.flatMap((start) => ends.map((end) => start + end));

/** What each does where it runs: tells the page's window, or opens a dialog. */
const acts = ['window.__ran=1', 'alert(1)'];
const events = ['onerror', 'onload', 'onmouseover', 'onfocus autofocus', 'onanimationstart', 'ontoggle', 'onpointerenter', 'onbegin', 'onpageshow', 'oncontentvisibilityautostatechange'];
const tags = ['img src=x', 'svg', 'body', 'input', 'details open', 'video src=x', 'audio src=x', 'marquee', 'iframe', 'animate attributeName=x'];

/** Strings that would run where text becomes markup, an address, a style or code: 300 and more, each once. */
export const scripts: readonly string[] = [...new Set([
  ...each(['<script>', '<SCRIPT>', '<script >', '<scr<script>ipt>', '<script\t>', '"><script>', "'><script>", '</title><script>', '</textarea><script>', '</script><script>', '--><script>', ']]><script>', '<svg><script>', '<math><mtext><script>', '<noscript><p title="</noscript><script>'], acts.map((it) => `${it}</script>`)),
  ...tags.flatMap((tag, index) => events.map((event, place) => `<${tag} ${event.replace(/^(\w+)/, `$1=${acts[(index + place) % 2]!}`)}>`)),
  ...each(['" ', "' ", '` ', '"/', 'x" ', "x' "], events.slice(0, 7).map((it) => `${it.replace(/^(\w+)/, '$1="window.__ran=1"')} x="`)),
  ...each(['javascript:', 'JaVaScRiPt:', ' javascript:', 'java\tscript:', 'javascript&colon;', 'javascript:/*--></title></style></textarea></script>*/', 'vbscript:', 'data:text/html,<script>', 'data:text/html;base64,PHNjcmlwdD4=//', 'view-source:javascript:'], acts),
  ...each(['<a href="', '<form action="', '<iframe src="', '<object data="', '<embed src="', '<base href="', '<meta http-equiv=refresh content="0;url=', '<svg><a xlink:href="', '<math href="', '<link rel=import href="'], ['javascript:window.__ran=1">点我</a>', 'data:text/html,<script>parent.__ran=1</script>">', '//127.0.0.1:1/a.js">']),
  ...each(['${', '{{', '`${', '#{', '<%=', '{{constructor.constructor(\'', '[[', '{%'], ['window.__ran=1}', 'alert(1)}}', 'window.__ran=1\')()}}']),
  ...each(['<style>@import "', '<style>*{background:url("', '<div style="background:url(', '<div style="width:expression(', '<p style="behavior:url(', '</style><style>*{--x:url("'], ['javascript:window.__ran=1")}</style>', '//127.0.0.1:1/a")}</style>']),
  ...each(['\\u003cscript\\u003e', '\\x3cscript\\x3e', '&lt;script&gt;', '%3Cscript%3E', '&#60;script&#62;', '＜script＞', '‹script›', '+ADw-script+AD4-', '\u00bcscript\u00be', '\u2028<script>'], acts),
  ...each(["';", '";', '`;', "\\';", '*/', '//\u2028', '</script>'], ['window.__ran=1//', 'alert(1);/*']),
  '<svg><use href="data:image/svg+xml,<svg id=x onload=window.__ran=1>#x">', '<svg><set attributeName=onmouseover to=alert(1)>', '<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>', '<template><img src=x onerror=alert(1)></template>', '<img src=x onerror="window.__ran=1" srcset="x 1x">', '<img/src/onerror=alert(1)>', '<img src=`x`onerror=alert(1)>', '<<img src=x onerror=alert(1)//>', '<x onclick=alert(1) tabindex=1 autofocus>', '<keygen autofocus onfocus=alert(1)>', '<portal src=javascript:alert(1)>', '{"__html":"<img src=x onerror=window.__ran=1>"}', 'dangerouslySetInnerHTML', '[object Object]<img src=x onerror=alert(1)>', '<!--[if IE]><script>alert(1)</script><![endif]-->', '<?xml-stylesheet href="javascript:alert(1)"?>', '<![CDATA[<script>alert(1)</script>]]>',
])];
