import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../crawlers/read/index.ts';
import type { Outcome } from '../../../../model/outcome.ts';
import { framed, html, outcomeOf, page } from './support.ts';

/** [title, heading or text of the page]. */
type Message = readonly [string, string];

/** What pages say instead of what was asked for, by outcome and language: each as a bare page of its own. */
const BARE: Readonly<Partial<Record<Outcome, Readonly<Record<string, Message>>>>> = {
  challenge: {
    en: ['Security check', 'Please verify you are a human'], zh: ['安全验证', '请拖动下方滑块完成验证'], ja: ['セキュリティチェック', '私はロボットではありません'], de: ['Sicherheitsprüfung', 'Bitte bestätigen Sie, dass Sie kein Roboter sind'], fr: ['Vérification de sécurité', 'Veuillez confirmer : je ne suis pas un robot'],
    es: ['Comprobación de seguridad', 'Verifica que eres un ser humano'], pt: ['Verificação de segurança', 'Não sou um robô'], it: ['Controllo di sicurezza', 'Non sono un robot'], pl: ['Weryfikacja bezpieczeństwa', 'Nie jestem robotem'], nl: ['Beveiligingscontrole', 'Ik ben geen robot'],
  },
  blocked: {
    en: ['Access denied', 'You do not have permission to access this page.'], zh: ['拒绝访问', '您的访问被拦截'], ja: ['アクセス拒否', 'このページへのアクセスが拒否されました'], de: ['Zugriff verweigert', 'Der Zugriff wurde gesperrt.'], fr: ['Accès refusé', 'Vous n’avez pas l’autorisation de consulter ce site.'],
    es: ['Acceso denegado', 'No tienes permiso.'], pt: ['Acesso negado', 'Você foi bloqueado.'], it: ['Accesso negato', 'Sei stato bloccato.'], pl: ['Odmowa dostępu', 'Dostęp zablokowany'], nl: ['Toegang geweigerd', 'Je bent geblokkeerd'],
  },
  login_wall: {
    en: ['Sign in', 'Sign in to continue'], zh: ['登录', '请先登录'], ja: ['ログイン', 'ログインしてください'], de: ['Anmelden', 'Bitte melden Sie sich an, um fortzufahren'], fr: ['Connexion', 'Veuillez vous connecter pour continuer'],
    es: ['Iniciar sesión', 'Inicia sesión para continuar'], pt: ['Entrar', 'Faça login para continuar'], it: ['Accedi', 'Accedi per continuare'], pl: ['Logowanie', 'Zaloguj się, aby kontynuować'], nl: ['Inloggen', 'Log in om verder te gaan'],
  },
  not_found: {
    en: ['Example Shop', 'Sorry, this page could not be found'], zh: ['示例商城', '抱歉，您访问的页面不存在'], ja: ['サンプル商店', 'お探しのページは見つかりませんでした'], de: ['Beispielladen', 'Diese Seite wurde leider nicht gefunden'], fr: ['Boutique', 'Cette page est introuvable'],
    es: ['Tienda', 'La página que buscas no existe'], pt: ['Loja', 'Página não encontrada'], it: ['Negozio', 'La pagina che stai cercando non esiste'], pl: ['Sklep', 'Strona nie została znaleziona'], nl: ['Winkel', 'Deze pagina bestaat niet'],
  },
  gone: {
    en: ['Lamp', 'This item has been removed'], zh: ['台灯', '此商品已下架'], ja: ['ランプ', 'この商品は販売を終了しました'], de: ['Lampe', 'Der Artikel wurde entfernt'], fr: ['Lampe', 'Ce produit n’est plus commercialisé'],
    es: ['Lámpara', 'Este artículo ha sido eliminado'], pt: ['Luminária', 'Este anúncio foi finalizado'], it: ['Lampada', 'L’inserzione è stata rimossa'], pl: ['Lampa', 'Oferta została zakończona'], nl: ['Lamp', 'Deze advertentie is verwijderd'],
  },
  rate_limited: {
    en: ['Waiting room', 'You are now in line. Your turn comes soon.'], zh: ['访问频繁', '访问过于频繁，请稍后再试'], ja: ['順番待ち', 'ただいまアクセスが集中しております。しばらくしてから再度お試しください'], de: ['Warteschlange', 'Sie sind jetzt in der Warteschlange'], fr: ['File d’attente', 'Vous êtes dans la file d’attente'],
    es: ['Sala de espera', 'Estás en la cola'], pt: ['Fila virtual', 'Você está na fila'], it: ['Sei in coda', 'Coda virtuale'], pl: ['Kolejka', 'Jesteś w kolejce'], nl: ['Wachtrij', 'Je staat in de wachtrij'],
  },
  server_error: {
    en: ['Maintenance', 'We’ll be back soon'], zh: ['系统维护', '网站正在维护'], ja: ['メンテナンス中', 'ただいまメンテナンス中です'], de: ['Wartungsarbeiten', 'Wegen Wartungsarbeiten vorübergehend nicht erreichbar'], fr: ['Site en maintenance', 'Nous revenons très vite'],
    es: ['En mantenimiento', 'Volvemos pronto'], pt: ['Em manutenção', 'Voltaremos em breve'], it: ['Sito in manutenzione', 'Torniamo presto'], pl: ['Przerwa techniczna', 'Wracamy wkrótce'], nl: ['Onderhoud', 'De website is tijdelijk niet beschikbaar'],
  },
  wrong_locale: {
    en: ['Example', 'Choose your country'], zh: ['示例', '请选择您的国家/地区'], ja: ['例', '国または地域を選択してください'], de: ['Beispiel', 'Wählen Sie Ihr Land'], fr: ['Exemple', 'Choisissez votre pays'],
    es: ['Ejemplo', 'Selecciona tu país'], pt: ['Exemplo', 'Selecione seu país'], it: ['Esempio', 'Seleziona il tuo paese'], pl: ['Przykład', 'Wybierz kraj'], nl: ['Voorbeeld', 'Kies je land'],
  },
  shell: {
    en: ['Shop', 'You need to enable JavaScript to run this app.'], zh: ['商城', '加载中…'], ja: ['店', 'JavaScriptを有効にしてください'], de: ['Laden', 'Bitte aktivieren Sie JavaScript'], fr: ['Boutique', 'Veuillez activer JavaScript'],
    es: ['Tienda', 'Por favor, activa JavaScript'], pt: ['Loja', 'Ative o JavaScript'], it: ['Negozio', 'Abilita JavaScript'], pl: ['Sklep', 'Włącz obsługę JavaScript'], nl: ['Winkel', 'Schakel JavaScript in'],
  },
};

describe.each(Object.entries(BARE))('%s', (outcome, byLanguage) => {
  it.each(Object.entries(byLanguage))('in %s', (_, [title, said]) => {
    const body = outcome === 'shell' ? `<div id="app"><p>${said}</p></div><script src="/app.js"></script>` : `<div><h1>${said}</h1></div>${outcome === 'login_wall' ? '<input type="password">' : ''}`;
    expect(outcomeOf(html(title, body))).toBe(outcome);
  });
});

describe('questions before the page', () => {
  it.each([
    ['Age check', 'Are you over 18?'], ['年龄确认', '您是否已年满18岁？'], ['年齢確認', 'あなたは18歳以上ですか'], ['Altersprüfung', 'Bist du schon 18?'], ['Vérification de l’âge', 'Avez-vous plus de 18 ans ?'],
    ['Verificación de edad', '¿Eres mayor de edad?'], ['Verificação de idade', 'Você é maior de 18 anos?'], ['Verifica dell’età', 'Sei maggiorenne?'], ['Weryfikacja wieku', 'Czy masz ukończone 18 lat?'], ['Leeftijdscontrole', 'Ben je 18 jaar of ouder?'],
  ])('of age: %s', (title, said) => expect(outcomeOf(html(title, `<h1>${said}</h1><button>OK</button>`))).toBe('blocked'));

  it.each([
    'Before you continue', 'Bevor Sie fortfahren', 'Avant de continuer', 'Antes de continuar', 'Prima di continuare', 'Zanim przejdziesz do serwisu', 'Voordat je verdergaat',
  ])('of consent: %s', (said) => expect(outcomeOf(html('Example', `<h1>${said}</h1><p>Cookies</p><button>OK</button>`))).toBe('blocked'));

  it.each([
    'This store is not available in your country', '您所在的地区暂不支持访问', 'お住まいの国ではご利用いただけません', 'Dieser Shop ist in Ihrem Land nicht verfügbar', 'Ce site n’est pas disponible dans votre pays', 'Este sitio no está disponible en tu país', 'Este site não está disponível no seu país', 'Questo sito non è disponibile nel tuo paese', 'Sklep jest niedostępny w Twoim kraju', 'Deze winkel is niet beschikbaar in jouw land',
  ])('of the country: %s', (said) => expect(outcomeOf(html('Example', `<h1>${said}</h1>`))).toBe('blocked'));
});

describe('a missing page with everything a shop has around it', () => {
  it.each([
    ['Page not found | Example Shop', '404'], ['Example Shop', 'Page not found'], ['Example Shop', 'Oops! That page can’t be found.'], ['404 | Example Shop', 'Nothing here'], ['示例商城', '页面不存在'], ['サンプル商店', 'ページが見つかりません'], ['Seite nicht gefunden – Beispielladen', 'Hoppla'], ['Boutique', 'Page introuvable'],
    ['Tienda', 'Página no encontrada'], ['Loja', 'Página não encontrada'], ['Negozio', 'Pagina non trovata'], ['Sklep', 'Nie znaleziono strony'], ['Winkel', 'Pagina niet gevonden'], ['Магазин', 'Страница не найдена'], ['쇼핑몰', '페이지를 찾을 수 없습니다'],
  ])('%s / %s', (title, said) => {
    expect(outcomeOf(html(title, framed(`<h1>${said}</h1>`)))).toBe('not_found');
    expect(outcomeOf(html(title, framed(`<h2>${said}</h2>`)))).toBe('not_found');
  });

  it('with recommendations, their buttons and their data', () => {
    const cards = '<div class="product-card"><a href="/p/1">Oak shelf</a> <span class="price">€19.90</span><button>Add to cart</button></div>'.repeat(8);
    const list = '<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"Product","name":"Oak shelf"}]}</script>';
    expect(outcomeOf(html('Page not found | Example Shop', framed(`<h1>Page not found</h1>${cards}`)))).toBe('not_found');
    expect(outcomeOf(html('Example Shop', framed(`<h1>Page not found</h1>${cards}${list}`)))).toBe('not_found');
    expect(outcomeOf(html('Beispielladen', framed(`<h1>Dieser Artikel wurde entfernt</h1>${cards}`)))).toBe('gone');
  });
});

describe('a search without results is an answer', () => {
  it.each([
    'No results found for "xyz"', '抱歉，没有找到与“xyz”相关的商品', '該当する商品はありません', '該当する商品が見つかりませんでした', 'Keine Ergebnisse für „xyz“', 'Aucun résultat pour « xyz »', 'No se han encontrado resultados', 'Nenhum resultado encontrado', 'Nessun risultato trovato', 'Brak wyników wyszukiwania', 'Geen resultaten gevonden',
  ])('%s', (said) => {
    const answer = readAnswer(Buffer.from(html('Search | Example Shop', framed(`<h1>${said}</h1>`))), page({ role: 'search', url: 'https://shop.example.com/search?q=xyz', requestUrl: 'https://shop.example.com/search?q=xyz' }));
    expect(answer).toMatchObject({ outcome: 'ok', items: [], empty: true });
  });
});

describe('a page of one sentence that is not the page', () => {
  it.each([
    ['gone', 'Sorry, this product is no longer sold'], ['gone', '宝贝已被卖家删除'], ['gone', 'Cette annonce n’est plus disponible'], ['gone', 'Este producto ya no se vende'], ['gone', 'Dit artikel is niet meer te koop'], ['blocked', '您的访问已被拒绝'],
    ['blocked', 'Ta treść nie jest dostępna w Twoim kraju'], ['rate_limited', '当前排队人数较多，请耐心等待'], ['challenge', '画像認証'], ['challenge', 'Verificación de seguridad'], ['server_error', 'Ein technischer Fehler ist aufgetreten'], ['server_error', 'Onderhoud'],
    ['login_wall', 'Veuillez vous identifier'], ['login_wall', 'Debes identificarte'], ['login_wall', 'Effettua l’accesso'], ['not_found', 'Strona, której szukasz, nie istnieje'], ['not_found', 'ページが存在しません'],
  ])('%s: %s', (outcome, said) => expect(outcomeOf(html(said, `<main><h1>${said}</h1></main>`))).toBe(outcome));

  it.each(['This page could not be found', '页面走丢了', 'お探しのページは見つかりませんでした', 'Seite nicht gefunden', 'Page introuvable', 'Página no encontrada', 'Nie znaleziono strony', 'Pagina niet gevonden'])('asked for as a search it is no empty list, and no shell: %s', (said) => {
    const hints = page({ role: 'search', url: 'https://shop.example.com/search?q=xyz', requestUrl: 'https://shop.example.com/search?q=xyz' });
    expect(readAnswer(Buffer.from(html(said, `<main><h1>${said}</h1></main>`)), hints).outcome).toBe('not_found');
  });
});
