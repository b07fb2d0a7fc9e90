// Draws the months of a table that stands below it, or its moves; the table says the same without script.
(() => {
  "use strict";
  const charts = [];
  const style = getComputedStyle(document.documentElement);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : dark.matches;
  };
  const draw = (place) => {
    const data = JSON.parse(place.dataset.chart);
    place.hidden = false;
    const chart = echarts.init(place, isDark() ? "dark" : null, {
      renderer: "svg",
      locale: data.language === "sv" ? "SV" : "EN",
    });
    if (data.sankey) {
      const labels = new Map(data.nodes.map((node) => [node.name, node.label]));
      chart.setOption({
        animation: false,
        backgroundColor: "transparent",
        textStyle: { fontFamily: style.getPropertyValue("--f-font-family") || "sans-serif" },
        aria: { enabled: true },
        series: [{
          type: "sankey",
          top: 8,
          bottom: 8,
          left: 8,
          right: 160,
          nodeAlign: "justify",
          draggable: false,
          label: { formatter: (one) => labels.get(one.name) },
          lineStyle: { color: "gradient" },
          data: data.nodes.map((node) => ({ name: node.name })),
          links: data.links,
        }],
      });
      charts.push(chart);
      return;
    }
    chart.setOption({
      animation: false,
      backgroundColor: "transparent",
      textStyle: { fontFamily: style.getPropertyValue("--f-font-family") || "sans-serif" },
      aria: { enabled: true, decal: { show: true } },
      grid: { left: 8, right: 8, top: 56, bottom: 8, containLabel: true },
      legend: { top: 0, type: "scroll" },
      xAxis: { type: "category", data: data.months },
      yAxis: { type: "value", minInterval: 1 },
      series: data.series.map((one) => ({ name: one.name, type: "bar", data: one.data })),
    });
    charts.push(chart);
  };
  document.querySelectorAll("[data-chart]").forEach(draw);
  addEventListener("resize", () => charts.forEach((chart) => chart.resize()));
})();
