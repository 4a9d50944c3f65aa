import { describe, expect, it } from 'vitest';
import { html, outcomeOf } from './support.ts';

/* Pages that stand in front of pages, as the systems in use send them, written by hand in their shape. */
describe('walls of systems in use', () => {
  it.each([
    ['Cloudflare, waiting', 403, html('Just a moment...', '<div class="main-wrapper"><noscript>Enable JavaScript and cookies to continue</noscript></div><script>window._cf_chl_opt={cType:"managed",cZone:"shop.example.com",fa:"/p?productId=1&__cf_chl_f_tk=x"};</script>'), 'challenge'],
    ['Cloudflare, waiting, in another language', 200, html('Nur einen Moment…', '<h1>shop.example.com</h1><p>Überprüfung der Sicherheit Ihrer Verbindung</p><script src="/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1?ray=1"></script>'), 'challenge'],
    ['Cloudflare, blocked', 403, html('Attention Required! | Cloudflare', '<h1>Sorry, you have been blocked</h1><p>You are unable to access example.com</p>'), 'challenge'],
    ['Cloudflare 1020', 403, html('Access denied | shop.example.com used Cloudflare to restrict access', '<h1>Error 1020</h1><h2>Access denied</h2>'), 'blocked'],
    ['Cloudflare 1009', 403, html('Access denied', '<h2>Access denied</h2><p>The owner of this website has banned the country or region your IP address is in.</p>'), 'blocked'],
    ['Cloudflare 1015', 429, html('Access denied | shop.example.com', '<h1>Error 1015</h1><p>You are being rate limited</p>'), 'rate_limited'],
    ['Cloudflare 522', 522, html('shop.example.com | 522: Connection timed out', '<h1>Connection timed out</h1>'), 'server_error'],
    ['DataDome', 403, '<html lang="en"><head><title>shop.example.com</title></head><body><p id="cmsg">Please enable JS and disable any ad blocker</p><script data-cfasync="false">var dd={"rt":"c","host":"geo.captcha-delivery.com"}</script><script src="https://ct.captcha-delivery.com/c.js"></script></body></html>', 'challenge'],
    ['DataDome, words blocked out', 200, '<html><head><title>shop.example.com</title></head><body><script>var dd={"rt":"i"}</script><script src="https://ct.captcha-delivery.com/i.js"></script></body></html>', 'challenge'],
    ['HUMAN (PerimeterX)', 403, html('Access to this page has been denied', '<div class="page-title">Please verify you are a human</div><div id="px-captcha"></div>', '<meta name="description" content="px-captcha">'), 'challenge'],
    ['HUMAN at a grocer', 200, html('Robot or human?', '<h1>Robot or human?</h1><p>Activate and hold the button to confirm that you’re human. Thank You!</p><script>window._pxBlockedUrl="/blocked"</script>'), 'challenge'],
    ['Akamai, refusal', 403, '<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\nYou don\'t have permission to access "http&#58;&#47;&#47;shop&#46;example" on this server.<P>\nReference&#32;&#35;18&#46;5d</BODY></HTML>', 'blocked'],
    ['Akamai, refusal with 200', 200, '<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don\'t have permission to access this on this server.</BODY></HTML>', 'blocked'],
    ['Akamai, waiting', 200, '<html><head><meta http-equiv="refresh" content="5; URL=\'/p/123?bm-verify=AAQAAAAJ\'"/></head><body><script>var i=1</script></body></html>', 'challenge'],
    ['Akamai, proof of work', 428, '<html><body><div id="sec-if-cpt-container"></div><script src="/x"></script></body></html>', 'challenge'],
    ['a shop out of order that asks to try again', 200, html('メンテナンスのお知らせ', '<h1>ただいまシステムメンテナンス中です</h1><p>しばらく時間をおいて再度お試しください。</p>'), 'server_error'],
    ['a game that is not for everybody', 200, html('Save 30% on Tower Siege 3', '<a href="/">Community Hub</a><p>This game may contain content not appropriate for all ages.</p>'), 'blocked'],
    ['a paper that wants consent or money', 200, html('Vos choix', '<h1>Votre vie privée nous importe</h1><p>Vous pouvez accepter ou vous abonner pour 2,99 € par mois.</p><button>Accepter et continuer</button>'), 'blocked'],
    ['Imperva', 403, '<html><head><META NAME="robots" CONTENT="noindex"></head><body style="margin:0"><iframe id="main-iframe" src="/_Incapsula_Resource?CWUDNSAI=24&incident_id=1">Request unsuccessful. Incapsula incident ID: 1-2</iframe></body></html>', 'challenge'],
    ['Imperva, its own page', 200, html('Pardon Our Interruption', '<h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us think you were a bot.</p>'), 'challenge'],
    ['AWS WAF, challenge', 202, '<!DOCTYPE html><html lang="en"><head><title></title><script>window.awsWafCookieDomainList=[];window.gokuProps={"key":"A"};</script></head><body><div id="challenge-container"></div><script>AwsWafIntegration.checkForceRefresh().then(x)</script><noscript><h1>JavaScript is disabled</h1></noscript></body></html>', 'challenge'],
    ['AWS WAF, captcha', 405, html('Human Verification', '<div id="captcha-container"></div><script>window.gokuProps={}</script>'), 'challenge'],
    ['Kasada', 429, '<html><head></head><body><script>window.KPSDK={};KPSDK.now=x;</script><script src="/149e/2d20/ips.js?tkrm=1"></script></body></html>', 'challenge'],
    ['eBay, browser check', 200, html('Checking your browser before you access eBay.', '<p>Your browser will redirect to your requested content shortly.</p><script src="https://www.ebay.com/splashui/challenge.js"></script>'), 'challenge'],
    ['eBay, measure', 200, html('Security Measure', '<h1>Please verify yourself to continue</h1>'), 'challenge'],
    ['Queue-it', 200, html('Queue-it', '<h1>You are now in line</h1><p>Your estimated wait time is 12 minutes</p>'), 'rate_limited'],
    ['a waiting room of Cloudflare', 200, html('Waiting Room powered by Cloudflare', '<h1>You are in a queue</h1>'), 'rate_limited'],
    ['Google, sorry', 429, html('https://www.google.com/search', '<p>Our systems have detected unusual traffic from your computer network.</p>'), 'challenge'],
    ['nginx, no entry', 403, '<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>', 'blocked'],
    ['nginx, no entry with 200', 200, '<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center><hr><center>nginx</center></body></html>', 'blocked'],
    ['nginx, no backend with 200', 200, '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>', 'server_error'],
  ])('%s (%i)', (_, status, text, outcome) => expect(outcomeOf(text, { status })).toBe(outcome));
});

describe('walls of marketplaces', () => {
  it.each([
    ['Amazon, robot check', html('Robot Check', '<h4>Enter the characters you see below</h4><p>Sorry, we just need to make sure you\'re not a robot.</p><form action="/errors/validateCaptcha"></form>'), 'challenge'],
    ['Amazon, untitled', html('Amazon.com', '<h4>Click the button below to continue shopping</h4><form method="get" action="/errors/validateCaptcha"><button>Continue shopping</button></form>'), 'challenge'],
    ['Amazon, German', html('Amazon.de', '<h4>Klicke auf die Schaltfläche unten, um mit dem Einkauf fortzufahren</h4><form action="/errors/validateCaptcha"></form>'), 'challenge'],
    ['Amazon, Japanese', html('Amazon.co.jp', '<h4>下のボタンをクリックしてショッピングを続けてください</h4>'), 'challenge'],
    ['Amazon, dogs', html('Sorry! Something went wrong!', '<img alt="Sorry! Something went wrong on our end. Please go back and try again or go to the home page."><a>Meet the dogs of Amazon</a>'), 'server_error'],
    ['Amazon, missing', html('Page Not Found', '<p>Looking for something? We\'re sorry. The Web address you entered is not a functioning page on our site.</p>'), 'not_found'],
    ['Taobao, slider', '<html><body><script>sessionStorage.x5referer=location.href;window.location.replace("https://detail.tmall.com:443//item.htm/_____tmd_____/punish?x5secdata=abc");</script></body></html>', 'challenge'],
    ['Tmall, intercepted', html('验证码拦截', '<div id="nocaptcha" class="nc-container"></div><script>window._config_={"action":"captcha"}</script>'), 'challenge'],
    ['Taobao, refused', html('亲，访问被拒绝', '<p>霸下通用 web 页面-验证码</p>'), 'challenge'],
    ['Taobao, sign-in', html('淘宝网 - 淘！我喜欢', '<h2>密码登录</h2><input type="password"><p>请先登录</p>'), 'login_wall'],
    ['Taobao, gone', html('商品详情', '<p>很抱歉，您查看的宝贝不存在，可能已下架或者被转移。</p>'), 'not_found'],
    ['Tmall, off the shelf', html('天猫', '<h1>此商品已下架</h1>'), 'gone'],
    ['JD, verification', html('京东验证', '<div id="app"></div><script src="//cfe.m.jd.com/privatedomain/risk_handler/03101900/x.js"></script>'), 'challenge'],
    ['JD, sign-in', html('京东-欢迎登录', '<div>账户登录</div><input type="password" name="nloginpwd">'), 'login_wall'],
    ['JD, only a way to sign in', '<html><head><title>京东</title><script>window.location.href="https://passport.jd.com/new/login.aspx?ReturnUrl=x"</script></head></html>', 'login_wall'],
    ['JD, off the counter', html('京东', '<div class="itemover-tip">该商品已下柜，欢迎挑选其他商品！</div>'), 'gone'],
    ['Pinduoduo, sign-in', html('拼多多', '<div id="main"></div><script>window.rawData={"stores":{"store":{"initDataObj":{"needLogin":true,"goods":null}}}};</script>'), 'login_wall'],
    ['Pinduoduo, phone', html('登录', '<div>手机登录 请使用微信登录</div>'), 'login_wall'],
    ['Douyin, verification', html('验证码中间页', '<div id="captcha_container"></div><script>window.TTGCaptcha={}</script>'), 'challenge'],
    ['TikTok Shop', html('Security Check', '<div class="captcha-verify-container"></div>'), 'challenge'],
    ['TikTok Shop, another country', html('TikTok Shop', '<p>Product not available in this country or region</p>'), 'not_found'],
    ['AliExpress, slider', html('Captcha Interception', '<p>Sorry, we have detected unusual traffic from your network.</p><div>Please slide to verify</div>'), 'challenge'],
    ['Xiaohongshu, missing', html('小红书', '<p>你访问的页面不见了</p>'), 'not_found'],
    ['eBay, ended', html('eBay', '<h1>This listing was ended by the seller on Mon, 3 Mar because the item is no longer available.</h1>'), 'gone'],
    ['eBay, missing', html('Error Page | eBay', '<p>We looked everywhere.</p><p>Looks like this page is missing. If you still need help, visit our help pages.</p>'), 'not_found'],
    ['Shopify, password', html('Example Store', '<h1>Opening soon</h1><form action="/password"><input type="password" name="password"><button>Enter using password</button></form>'), 'login_wall'],
    ['WooCommerce, not open', html('Example Store', '<div class="wp-block-woocommerce-coming-soon"><h1>Great things are on the horizon</h1><p>Something big is brewing! Our store is in the works and will be launching soon!</p></div>'), 'server_error'],
    ['WordPress, maintenance', html('Maintenance', '<h1>Briefly unavailable for scheduled maintenance. Check back in a minute.</h1>'), 'server_error'],
    ['WordPress, no database', '<!DOCTYPE html><html><head><title>Database Error</title></head><body><h1>Error establishing a database connection</h1></body></html>', 'server_error'],
    ['Magento, error', html('Error', '<h1>There has been an error processing your request</h1><p>Exception printing is disabled by default for security reasons.</p>'), 'server_error'],
  ])('%s', (_, text, outcome) => expect(outcomeOf(text)).toBe(outcome));
});

describe('answers that are no page', () => {
  it.each([
    ['a gateway asks to slide', '{"api":"mtop.taobao.detail","ret":["FAIL_SYS_USER_VALIDATE::哎哟喂,被挤爆啦"],"data":{"url":"https://x/_____tmd_____/punish"}}', 'challenge'],
    ['a gateway asks to sign in', '{"ret":["FAIL_SYS_SESSION_EXPIRED::SESSION失效"]}', 'login_wall'],
    ['a gateway limits', '{"ret":["FAIL_SYS_TRAFFIC_LIMIT::限流"]}', 'rate_limited'],
    ['Pinduoduo asks to sign in', '{"error_code":40001,"error_msg":""}', 'login_wall'],
    ['Pinduoduo limits', '{"error_code":54001,"error_msg":"操作太过频繁"}', 'rate_limited'],
    ['DataDome as JSON', '{"url":"https://geo.captcha-delivery.com/captcha/?initialCid=x"}', 'challenge'],
    ['HUMAN as JSON', '{"appId":"PX1","blockScript":"/x/captcha.js","altBlockScript":"y"}', 'challenge'],
    ['a shop interface: no such product', '{"code":"woocommerce_rest_product_invalid_id","message":"Invalid ID.","data":{"status":404}}', 'not_found'],
    ['a shop interface: not found', '{"errors":"Not Found"}', 'not_found'],
    ['a shop interface: refused', '{"message":"Forbidden"}', 'blocked'],
    ['a shop interface: refused by number', '{"status":403,"error":"x"}', 'blocked'],
    ['a shop interface: fault', '{"error":"Internal Server Error","statusCode":500}', 'server_error'],
    ['eBay: no such item', '{"errors":[{"errorId":11001,"message":"The specified item Id was not found."}]}', 'not_found'],
    ['an empty list is data', '{"products":[]}', 'data'],
    ['a product named like an error is data', '{"product":{"title":"Error: not found (poster)","price":"19.00"}}', 'data'],
    ['a product with a message is data', '{"message":"Access denied to VIPs","price":12}', 'data'],
  ])('%s', (_, text, outcome) => {
    expect(outcomeOf(text, { contentType: 'application/json' })).toBe(outcome);
    expect(outcomeOf(text, { contentType: 'text/html' })).toBe(outcome);
  });

  it.each([
    ['Forbidden', 'blocked'], ['Access denied.', 'blocked'], ['Not Found', 'not_found'], ['Too Many Requests', 'rate_limited'], ['Internal Server Error', 'server_error'], ['upstream connect error: 503 Service Unavailable', 'server_error'], ['', 'shell'], ['   \n', 'shell'],
  ])('a few bytes: "%s" is %s', (text, outcome) => {
    expect(outcomeOf(text)).toBe(outcome);
    expect(outcomeOf(text, { contentType: 'text/plain' })).toBe(outcome);
  });

  it.each(['application/pdf', 'image/jpeg', 'video/mp4', 'application/zip', 'application/octet-stream', 'application/vnd.ms-excel'])('%s is not supported', (contentType) => expect(outcomeOf('%PDF-1.7 x', { contentType })).toBe('not_supported'));
  it('reads a page that is named a download', () => expect(outcomeOf(html('Shelf', '<h1>Shelf</h1><p>€ 12.00</p><button>Add to cart</button>'), { contentType: 'application/octet-stream' })).toBe('data'));
});
