// Speaks for one http.Client with net/http/cookiejar at a time; README.md in the folder above has the protocol.
package main

import (
	"bufio"
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"runtime"
	"strings"
)

type question struct {
	Ask     string
	Proxy   string
	Ca      string
	Method  string
	Url     string
	Type    string
	Referer string
	Content string
	Headers map[string]string
}

func open(q question) (*http.Client, error) {
	proxy, err := url.Parse(q.Proxy)
	if err != nil {
		return nil, err
	}
	pem, err := os.ReadFile(q.Ca)
	if err != nil {
		return nil, err
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	// Without a list of public suffixes, as its documentation's first example is.
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	return &http.Client{
		Jar: jar,
		Transport: &http.Transport{
			Proxy:           http.ProxyURL(proxy),
			TLSClientConfig: &tls.Config{RootCAs: roots},
		},
	}, nil
}

func send(client *http.Client, q question) map[string]any {
	var body io.Reader
	if q.Content != "" {
		content, err := base64.StdEncoding.DecodeString(q.Content)
		if err != nil {
			return map[string]any{"failed": err.Error()}
		}
		body = bytes.NewReader(content)
	}
	request, err := http.NewRequest(q.Method, q.Url, body)
	if err != nil {
		return map[string]any{"failed": err.Error()}
	}
	if q.Type != "" {
		request.Header.Set("Content-Type", q.Type)
	}
	if q.Referer != "" {
		request.Header.Set("Referer", q.Referer)
	}
	for name, value := range q.Headers {
		request.Header.Set(name, value)
	}
	answer, err := client.Do(request)
	if err != nil {
		return map[string]any{"failed": err.Error()}
	}
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	if err != nil {
		return map[string]any{"failed": err.Error()}
	}
	return map[string]any{
		"url":    answer.Request.URL.String(),
		"status": answer.StatusCode,
		"type":   answer.Header.Get("Content-Type"),
		"body":   base64.StdEncoding.EncodeToString(content),
	}
}

func main() {
	var client *http.Client
	lines := bufio.NewReader(os.Stdin)
	out := json.NewEncoder(os.Stdout)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return
		}
		var q question
		answer := map[string]any{}
		if err := json.Unmarshal(line, &q); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		switch q.Ask {
		case "open":
			if client != nil {
				client.CloseIdleConnections()
			}
			if client, err = open(q); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		case "send":
			answer = send(client, q)
		case "jar":
			answer["opaque"] = "net/http/cookiejar tells names and values for one URL only"
		case "engine":
			answer["engine"] = "Go " + strings.TrimPrefix(runtime.Version(), "go") + " net/http/cookiejar"
		}
		if err := out.Encode(answer); err != nil {
			return
		}
	}
}
